export function vendorLinkMail(facts: { practice: string; service: string; link: string; days: number }): {
  subject: string;
  text: string;
} {
  const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
  const days = facts.days === 1 ? 'a day' : `${facts.days} days`;
  return {
    subject: oneLine(`${facts.practice} has questions about ${facts.service}`),
    text: `${facts.practice} looks at how ${facts.service} handles health information, and asks you to answer some questions about it.

Open this link within ${days}. You need no account, can stop and come back, and submit once:

${facts.link}

Whoever has the link can answer: hand it on only to those who know the answers.
If you do not know what this is about, do nothing: the link ends by itself.`,
  };
}
