/** What becomes of what a form sends: leads, as of every form before, or applications to become a partner. */
export const applicationForms = `
ALTER TABLE "form" ADD COLUMN "takes" text COLLATE "C" NOT NULL DEFAULT 'leads';
`
