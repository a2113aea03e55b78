// Stands in for bullmq-otel: keeps what it was made with.
export class BullMQOtel {
  constructor(options) {
    this.options = options;
  }
}
