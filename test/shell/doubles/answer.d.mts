import type { Answer, PoolTask } from '../../../src/shell/pool/task.ts';

export function answerTo(task: PoolTask, onRead?: () => void): Promise<Answer>;
