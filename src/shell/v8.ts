import { setFlagsFromString } from 'node:v8';

// For all threads of the program, and before any pattern is used: only what is started imports this, and first. Set while byte code of
// a pattern is there, V8 runs that as machine code, and the process ends with SIGSEGV.
// Large patterns are compiled to machine code at once: to byte code first, as V8 does, takes several times as long as that.
setFlagsFromString('--no-regexp-tier-up');
// A function is optimised when it has run three times as long as V8 waits for (132 KB of byte code): there are many of them,
// and most threads live for some seconds only. Later versions of V8 do not know the flag, and would say so on stderr.
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--interrupt-budget=400000');
