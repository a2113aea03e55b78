/** A document says something else than what somebody had seen who was going to change it. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  constructor() {
    super('The document has changed since you read it. Read it again.');
  }
}
