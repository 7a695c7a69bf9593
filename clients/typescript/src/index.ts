export { Corteo, type CorteoOptions } from './corteo.js';
export type { Page, PageRequest } from './pages.js';
export { CorteoProblem, isProblem, UnexpectedAnswer } from './problems.js';
export type * from './generated/types.gen.js';
