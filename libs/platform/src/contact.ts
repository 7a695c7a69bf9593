/** How to reach somebody, as RFC 9116 has it. */
export function readContact(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  problems: string[],
): string | undefined {
  const contact = environment[name] || undefined;
  if (contact && !/^(?:https:\/\/|mailto:|tel:)[!-~]+$/.test(contact))
    problems.push(`${name} must begin with https://, mailto: or tel:, as in mailto:security@example.org.`);
  return contact;
}
