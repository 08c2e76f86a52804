import { countingIn } from '../counting.ts'

const { n } = countingIn('en')

export const workspace = {
  start: {
    title: 'Welcome to Channel Workbench',
    lead: 'Your desk for partners, territories and leads. Everything is kept on this computer and works without a network.',
    language: 'Language',
    demo: 'Look around with the demo',
    demoDetail: 'Lira Financial of Boulder: some hundred partners on four continents, thousands of leads, rules that give them out. All of it invented.',
    demoButton: 'Load the demo',
    empty: 'Begin with an empty workspace',
    emptyDetail: 'Bring your own partners, territories and leads from CSV or Excel files, or type them in.',
    emptyButton: 'Begin empty',
    central: 'Connect to a central API',
    centralDetail: 'Work on your company’s shared data, and sync when there is a network.',
    centralButton: 'Connect…',
    loading: 'Loading the demo',
    loaded: (partners: number, territories: number, leads: number) => `Demo loaded: ${n(partners)} partners, ${n(territories)} territories, ${n(leads)} leads`,
  },
}
