import { setFlagsFromString } from 'node:v8';

// Loading the program makes V8 triple the room for what is young, of which it keeps 30 MiB for good, idle or not. Left at
// its first size, answers cost no more: what they leave behind is dead by the next collection.
setFlagsFromString('--semi-space-growth-factor=1');
