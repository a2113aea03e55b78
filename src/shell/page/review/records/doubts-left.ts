import { signal } from '@preact/signals';
export const doubtsLeft = signal(0);
