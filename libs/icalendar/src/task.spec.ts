import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { writeCalendar } from './calendar.js';
import { type CalendarTask, writeTask } from './task.js';

const task: CalendarTask = {
  uid: '019a8f3e-4c00-7000-8000-000000000001',
  sequence: 2,
  created: Temporal.Instant.from('2026-11-22T09:00Z'),
  changed: Temporal.Instant.from('2026-11-23T09:00Z'),
  due: Temporal.PlainDate.from('2026-12-24'),
  status: 'IN-PROCESS',
  priority: 5,
  summary: 'Reply to the mayor;\nEND:VTODO',
  description: 'Two lines\nof it',
  private: true,
};

const read = (written: string): ICAL.Component =>
  new ICAL.Component(ICAL.parse(writeCalendar({ timeZone: 'UTC', entries: [written] }))).getFirstSubcomponent(
    'vtodo',
  )!;

describe('a task', () => {
  it('is read by others as it was meant', () => {
    const todo = read(writeTask(task));
    const valueOf = (name: string): string => String(todo.getFirstPropertyValue(name));
    expect(
      ['uid', 'sequence', 'due', 'status', 'priority', 'class', 'summary', 'description', 'dtstamp'].map(
        valueOf,
      ),
    ).toEqual([
      task.uid,
      '2',
      '2026-12-24',
      'IN-PROCESS',
      '5',
      'PRIVATE',
      'Reply to the mayor; END:VTODO',
      task.description,
      '2026-11-23T09:00:00Z',
    ]);
    expect(todo.getFirstProperty('due')!.type).toBe('date');
  });

  it('has no day where none is known, and says nothing of what is not said', () => {
    const { due: _due, description: _description, private: _private, ...bare } = task;
    const todo = read(writeTask(bare));
    expect(['due', 'description', 'class'].map((name) => todo.getFirstProperty(name))).toEqual([
      null,
      null,
      null,
    ]);
  });
});
