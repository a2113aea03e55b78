// The double as a process of the pool.
import { worker, workerEmit } from 'workerpool';
import { answerTo } from './answer.mjs';

const onRead = () => workerEmit({ read: true });
const onPages = (pages) => workerEmit({ pages });

worker({ read: async (task) => ({ answer: await answerTo(task, onRead, onPages), rss: process.memoryUsage.rss() }) });
