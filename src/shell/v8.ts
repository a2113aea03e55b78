import { setFlagsFromString } from 'node:v8';

// For all threads of the program, and before any pattern is used; both are known to the V8 of Node 20 to 24.
// Large patterns are compiled to machine code at once: to byte code first, as V8 does, takes several times as long as that.
setFlagsFromString('--no-regexp-tier-up');
// A function is optimised when it has run three times as long as V8 waits for (132 KB of byte code): there are many of them,
// and most threads live for some seconds only.
setFlagsFromString('--interrupt-budget=400000');
