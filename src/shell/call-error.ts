/** The call itself is wrong (exit code 2): an option, the manifest, a pipeline, the output folder. One line for each thing to put right. */
export class CallError extends Error {
  override readonly name = 'CallError';

  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The output folder cannot be used; what is said of it without its path is for those who are on another machine. */
export class FolderError extends CallError {
  readonly said: string;

  constructor(folder: string, said: string) {
    super(`${folder}: ${said}`);
    this.said = said;
  }
}
