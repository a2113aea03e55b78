/** Makes the tables of a folder anew where documents were corrected since; where that cannot be done now, says so. */
export async function freshened(folder: string): Promise<void> {
  const [{ freshenTables }, { CallError }, { reasonOf, systemCode }, { printable }] = await Promise.all([
    import('../output/remake.ts'),
    import('../call-error.ts'),
    import('../failure.ts'),
    import('../terminal/printable.ts'),
  ]);
  try {
    await freshenTables(folder);
  } catch (error) {
    if (!(error instanceof CallError) && systemCode(error) === undefined) throw error;
    const why = error instanceof CallError ? error.message : reasonOf(error, 'write').message;
    process.stderr.write(`The tables do not say the latest corrections yet. ${printable(why)}\n`);
  }
}
