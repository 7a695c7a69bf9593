/** After the last test. */
export default async function tearDown(): Promise<void> {
  await globalThis.template.drop();
}
