// What the queue costs and brings: node test/bench/queue.mjs [documents of 15 pages] [small documents]. Needs a build and a
// redis-server on PATH. In one run: in-process with 1 and 2 processes that read, the queue with 1 and 2 workers of one each (the
// submitter gone while they work), the CPU of all processes of both ways, then what Redis and a worker keep over many small
// documents, whose folder has to be that of the in-process way. Prints a table and what of it holds.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const LARGE = Number(process.argv[2] ?? 300);
const SMALL = Number(process.argv[3] ?? 5000);
/** Small documents under way at a time. */
const IN_FLIGHT = 24;
const CLI = process.argv[4] ?? 'dist/shell/cli.js';
const PORT = 7000 + (process.pid % 900);
const URL = `redis://127.0.0.1:${PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'));
const children = new Set();

/** A process whose CPU seconds are known when it has ended: the shell's own clock tells them. */
function timed(args) {
  const script = 'trap : TERM; TIMEFORMAT="TIMES %R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', process.execPath, CLI, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  children.add(child);
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise((done) =>
    child.once('close', (code) => {
      children.delete(child);
      const [, wall, user, system] = /TIMES (\S+) (\S+) (\S+)/u.exec(err) ?? [];
      done({ code, wall: Number(wall), cpu: Number(user) + Number(system), err });
    }),
  );
  return { ended, errors: () => err, signal: (name) => process.kill(-child.pid, name) };
}

/** A plan of some 15 pages of print: the longest fixture twice over, under a number of its own. */
function largePlan(i) {
  const html = readFileSync('fixtures/phu-tho-1782-kh-ubnd-2021.html', 'utf8').replaceAll('1782', String(2000 + i));
  const start = html.indexOf('<p><strong>II. ');
  const end = html.indexOf('</body>');
  return `${html.slice(0, end)}${html.slice(start, end).replace('<strong>II. ', '<strong>VII. ')}${html.slice(end)}`;
}
const smallPlan = (i) =>
  `ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: ${i + 1}/KH-UBND\nPhú Thọ, ngày 05 tháng 5 năm 2021\n\nKẾ HOẠCH\nCải cách hành chính năm 2021\n\nI. MỤC TIÊU\n${Array.from({ length: 10 }, (_, j) => `${j + 1}. Tối thiểu ${(i + j) % 100}% hồ sơ được giải quyết đúng hạn trước ngày 30/11/2021.`).join('\n')}\n`;

function documents(name, count, plan, extension) {
  const dir = join(folder, name);
  mkdirSync(dir);
  for (let i = 0; i < count; i++) writeFileSync(join(dir, `${String(i).padStart(5, '0')}.${extension}`), plan(i));
  return dir;
}

/** Of everything in the folder but when it was written. */
function fingerprint(out) {
  const hash = createHash('sha256');
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    if (!path.startsWith(join(out, 'runs'))) hash.update(path.slice(out.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

async function until(what, seconds = 1200) {
  for (const end = Date.now() + seconds * 1000; !(await what()); await sleep(50)) {
    if (Date.now() > end) throw new Error('too long');
  }
}

const server = spawn('redis-server', ['--port', String(PORT), '--save', '', '--loglevel', 'warning', '--dir', folder], {
  stdio: 'ignore',
});
const redis = new Redis({ port: PORT, maxRetriesPerRequest: null });
redis.on('error', () => undefined);
const infoOf = async (section, name) =>
  Number(new RegExp(`^${name}:(\\S+)`, 'mu').exec(await redis.info(section))?.[1] ?? 0);
const cpuOfRedis = async () => (await infoOf('cpu', 'used_cpu_user')) + (await infoOf('cpu', 'used_cpu_sys'));
const list = (state) => redis.llen(`{kehoach}:documents:${state}`);
const finished = () => redis.zcard('{kehoach}:documents:completed');
const cards = async () => Object.values(await redis.hgetall('{kehoach}:workers')).map((text) => JSON.parse(text).card);

async function startWorkers(count) {
  const workers = Array.from({ length: count }, () => timed(['worker', '--redis', URL, '--concurrency', '1']));
  await until(() => workers.every(({ errors }) => errors().includes('is ready')));
  return workers;
}
async function stopWorkers(workers) {
  for (const worker of workers) worker.signal('SIGTERM');
  const ended = await Promise.all(workers.map((worker) => worker.ended));
  return ended.reduce((sum, { cpu }) => sum + cpu, 0);
}

const say = (line) => process.stdout.write(`${line}\n`);
const rate = (count, seconds) => `${(count / seconds).toFixed(2)} documents/s`;

try {
  const large = documents('large', LARGE, largePlan, 'html');
  say(`${LARGE} documents of about 15 pages (${(largePlan(0).length / 1000).toFixed(0)} thousand characters of HTML)`);
  const inProcess = {};
  for (const processes of [1, 2]) {
    const out = join(folder, `processes-${processes}`);
    const run = await timed(['ingest', large, '--out', out, '--concurrency', String(processes), '--quiet']).ended;
    if (run.code !== 0) throw new Error(run.err);
    inProcess[processes] = run;
    say(
      `in-process, ${processes} at a time: ${rate(LARGE, run.wall)}, wall ${run.wall.toFixed(1)} s, CPU ${run.cpu.toFixed(1)} s`,
    );
  }
  const right = fingerprint(join(folder, 'processes-1'));

  // The submitter puts everything and is gone; the workers work; it is started again and collects.
  const alone = {};
  for (const count of [1, 2]) {
    const out = join(folder, `workers-${count}`);
    const call = ['ingest', large, '--out', out, '--redis', URL, '--in-flight', String(LARGE), '--quiet'];
    const putting = timed(call);
    await until(async () => (await list('wait')) === LARGE);
    putting.signal('SIGKILL');
    await putting.ended;
    await redis.hset('{kehoach}:documents:meta', 'paused', 1);
    await redis.rename('{kehoach}:documents:wait', '{kehoach}:documents:paused');
    const workers = await startWorkers(count);
    await sleep(1000);
    await redis.hdel('{kehoach}:documents:meta', 'paused');
    await redis.rename('{kehoach}:documents:paused', '{kehoach}:documents:wait');
    const start = performance.now();
    await redis.zadd('{kehoach}:documents:marker', 0, '0');
    await until(async () => (await finished()) === LARGE);
    const wall = (performance.now() - start) / 1000;
    const cpu = await stopWorkers(workers);
    alone[count] = { wall, cpu };
    say(
      `queue, ${count} workers, submitter idle: ${rate(LARGE, wall)}, wall ${wall.toFixed(1)} s, CPU of the workers ${cpu.toFixed(1)} s`,
    );
    const collected = await timed(call).ended;
    const same = collected.code === 0 && fingerprint(out) === right;
    say(`  collected afterwards: the folder is ${same ? 'the same, byte for byte' : 'NOT THE SAME'}`);
  }

  // Everything that the queue takes part in, against everything that the in-process way takes.
  const before = await cpuOfRedis();
  const [worker] = await startWorkers(1);
  const through = await timed(['ingest', large, '--out', join(folder, 'through'), '--redis', URL, '--quiet']).ended;
  const ofWorker = await stopWorkers([worker]);
  const ofRedis = (await cpuOfRedis()) - before;
  const cpu = through.cpu + ofWorker + ofRedis;
  const cost = cpu / inProcess[1].cpu - 1;
  say(
    `queue, 1 worker, submitter at work: ${rate(LARGE, through.wall)}, CPU ${cpu.toFixed(1)} s (worker ${ofWorker.toFixed(1)}, submitter ${through.cpu.toFixed(1)}, Redis ${ofRedis.toFixed(1)})`,
  );

  const small = documents('small', SMALL, smallPlan, 'txt');
  const [long] = await startWorkers(1);
  const idle = await infoOf('memory', 'used_memory');
  let most = 0;
  let kept = 0;
  const rss = [];
  let over = false;
  const looking = until(async () => {
    most = Math.max(most, (await infoOf('memory', 'used_memory')) - idle);
    kept = Math.max(kept, (await redis.keys('{kehoach}:blob:*')).length);
    const [card] = await cards();
    if (card !== undefined) rss.push([card.documents, card.rss]);
    return over;
  });
  const call = ['ingest', small, '--out', join(folder, 'small-out'), '--redis', URL, '--in-flight', String(IN_FLIGHT)];
  const running = await timed([...call, '--quiet']).ended;
  await sleep(4000);
  over = true;
  await looking;
  await stopWorkers([long]);
  const plain = await timed(['ingest', small, '--out', join(folder, 'small-plain'), '--quiet']).ended;
  const same = plain.code === 0 && fingerprint(join(folder, 'small-out')) === fingerprint(join(folder, 'small-plain'));
  const at = (count) => rss.find(([done]) => done >= count)?.[1] ?? 0;
  const [early, late] = [at(Math.min(200, SMALL / 10)), at(SMALL)];
  say(`${SMALL} small documents, 1 worker: ${rate(SMALL, running.wall)}`);
  say(`  memory in Redis above idle, at most: ${(most / 1e6).toFixed(1)} MB`);
  say(`  RSS of the worker: ${(early / 1e6).toFixed(0)} MB after 200, ${(late / 1e6).toFixed(0)} MB after ${SMALL}`);

  const speedup = alone[1].wall / alone[2].wall;
  const bound = 32e6;
  for (const [what, holds, figure] of [
    ['two workers at least 1.8 times as fast as one', speedup >= 1.8, speedup.toFixed(2)],
    ['the queue costs at most 10% CPU', cost <= 0.1, `${(cost * 100).toFixed(1)}%`],
    ['many documents give the folder of the in-process way', same, same ? 'byte for byte' : 'not the same'],
    // Of each at most its bytes and its answer.
    ['Redis keeps no more than what is under way', kept <= 2 * IN_FLIGHT, `${kept} of ${2 * IN_FLIGHT} blobs`],
    ['Redis memory stays under 32 MB', most < bound, `${(most / 1e6).toFixed(1)} MB`],
    ['RSS of a worker at most 1.2 times', late > 0 && late <= early * 1.2, (late / early).toFixed(2)],
  ]) {
    say(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${what} (${figure})`);
    if (!holds) process.exitCode = 1;
  }
} finally {
  for (const child of children) process.kill(-child.pid, 'SIGKILL');
  redis.disconnect();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
