import type { Role } from '../permissions/roles';

export function invitationMail(facts: { organization: string; role: Role; link: string; days: number }): {
  subject: string;
  text: string;
} {
  return {
    subject: `You are invited to ${facts.organization.replaceAll(/[\r\n]+/g, ' ')} in Duecare`,
    text: `${facts.organization} asks you to join in Duecare as ${facts.role.replaceAll('_', ' ')}.

Open this link within ${facts.days} days; it works once, and for this address only:

${facts.link}

If you do not know what this is about, do nothing.`,
  };
}
