import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Shown } from './programme.js';

/** A program of a desktop that keeps calendars of its own. */
export interface DesktopProgram {
  readonly name: string;
  /** The packages of Debian that bring it along. */
  readonly packages: readonly string[];
  /** Starts it in a folder of its own, with no more than an address and a password. */
  open(folder: string, url: string, password: string): Promise<OpenProgram>;
}

/** A program that runs. */
export interface OpenProgram {
  /** Lets it ask the server for changes, and tells what it keeps at the moment. */
  refresh(): Promise<Kept>;
  close(): Promise<void>;
}

/** What a program keeps of a programme. */
export interface Kept {
  /** The names of the calendars that it found, in order. */
  readonly calendars: readonly string[];
  /** Whether it knows that it may only read. */
  readonly readOnly: boolean;
  readonly entries: readonly Shown[];
}

/** A process, all that it has said to the terminal, and its end. */
export interface Started {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  said(): string;
  readonly ended: Promise<unknown>;
}

/** Whether all of its packages are here; nothing is, where there is no Debian. */
export function isInstalled({ packages }: DesktopProgram): boolean {
  try {
    execFileSync('dpkg-query', ['--show', ...packages], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts what knows neither the desktop nor the settings of whoever runs the tests. */
export function startIn(folder: string, command: string, words: readonly string[]): Started {
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    GSETTINGS_BACKEND: 'memory',
  };
  const child = spawn(command, words, { env, stdio: 'pipe' });
  const heard: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => heard.push(text));
  return { child, said: () => heard.join(''), ended: once(child, 'exit') };
}
