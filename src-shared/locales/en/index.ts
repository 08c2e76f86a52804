import { assignment } from './assignment.ts'
import { imports } from './imports.ts'
import { journal } from './journal.ts'
import { leads } from './leads.ts'
import { partners } from './partners.ts'
import { refusals } from './refusals.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { territories } from './territories.ts'
import { views } from './views.ts'
import { why } from './why.ts'
import { workspace } from './workspace.ts'

export const words = { assignment, imports, journal, leads, partners, refusals, settings, shell, territories, views, why, workspace }
