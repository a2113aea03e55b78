// The double as a process of the pool.
import { worker, workerEmit } from 'workerpool';
import { answerTo } from './answer.mjs';

const onRead = () => workerEmit({ read: true });

worker({ read: async (task) => ({ answer: await answerTo(task, onRead), rss: process.memoryUsage.rss() }) });
