// The double as a process of the pool.
import { worker, workerEmit } from 'workerpool';
import { answerTo } from './answer.mjs';

const onRead = () => workerEmit({ read: true });
const onPages = (pages) => workerEmit({ pages });
const byProcess = { lost: { code: 'internal', message: `${process.pid}` } };
const answered = (answer) => ({ answer, rss: process.memoryUsage.rss() });

/**
 * "APART 3 2" has five pages read in two parts, of three and two; "PAUSE 100" takes 100 ms for each and gives the id of the process;
 * "LOSES 4" takes it down with page 4. What came of the pages is the document's text in the end.
 */
const of = (bytes, pattern) => pattern.exec(Buffer.from(bytes).toString())?.slice(1).map(Number) ?? [];

worker({
  async read(task) {
    const parts = of(task.bytes, /APART (\d+) (\d+)/);
    if (parts.length === 0) return answered(await answerTo(task, onRead, onPages));
    let next = 0;
    if (task.read === undefined) return answered({ apart: parts.map((n) => Array.from({ length: n }, () => next++)) });
    const shown = JSON.stringify([...task.read]);
    return answered(await answerTo({ ...task, shown }, onRead, onPages));
  },
  async readPages({ bytes, pages }) {
    const [lost] = of(bytes, /LOSES (\d+)/);
    const [pause = 0] = of(bytes, /PAUSE (\d+)/);
    for (const [done, page] of pages.entries()) {
      onPages({ done, of: pages.length });
      await new Promise((go) => setTimeout(go, pause));
      if (page === lost) process.exit(7);
    }
    onPages({ done: pages.length, of: pages.length });
    return answered({ pages: new Map(pages.map((page) => [page, pause === 0 ? 'blank' : byProcess])) });
  },
});
