import { readPromisedTime } from '../../../working-time/index.ts';
import type { PromisedTime } from '../../../working-time/index.ts';
import { promiseInWords } from '../../model/promise-words.ts';
import { classifyStep, CLOSED } from '../../model/steps.ts';
import type { PromiseClass } from '../../model/steps.ts';
import { error } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { reachable } from '../procedure-graph.ts';
import type { ServiceRule } from '../rule.ts';
import { duplicates } from './duplicates.ts';

/** The classes of a service with the place of its classify step; null where it classifies nothing. */
function classesOf({
  steps,
}: Parameters<ServiceRule>[0]): { at: number; classes: readonly PromiseClass[] } | null {
  const step = classifyStep(steps);
  return step ? { at: steps.indexOf(step), classes: step.classes } : null;
}

/** A class is chosen once in a procedure; choosing again is the same step's post changing its mind. */
const oneClassification: ServiceRule = ({ steps }) =>
  steps.flatMap((step, index) =>
    step.kind === 'classify' && step !== classifyStep(steps)
      ? [
          error(
            ['steps', index, 'kind'],
            'Hanya satu tahapan yang boleh menetapkan kelas.',
            'Only one step may classify.',
          ),
        ]
      : [],
  );

const classNames: ServiceRule = (service) => {
  const found = classesOf(service);
  if (found === null) return [];
  return duplicates(
    [...found.classes],
    ({ id }) => id,
    (index) => ['steps', found.at, 'classes', index, 'id'],
  );
};

const units = ['months', 'days', 'hours', 'minutes'] as const;

const same = (left: PromisedTime, right: PromisedTime): boolean =>
  left.basis === right.basis && units.every((unit) => left[unit] === right[unit]);

/** What is printed of each class reads as the promise that runs for it. */
const classTimesAreRead: ServiceRule = (service) => {
  const found = classesOf(service);
  if (found === null) return [];
  return found.classes.flatMap(({ id, text, promise }, index): Remark[] => {
    const at = ['steps', found.at, 'classes', index];
    const { promise: printed, unread } = readPromisedTime(text);
    if (printed === null) {
      return [
        error(
          [...at, 'text'],
          `Jangka waktu kelas "${id}" tidak terbaca: "${unread ?? text}".`,
          `The promised time of the class "${id}" cannot be read: "${unread ?? text}".`,
        ),
      ];
    }
    if (same(printed, promise)) return [];
    const [stated, read] = [promiseInWords(promise), promiseInWords(printed)];
    return [
      error(
        [...at, 'promise'],
        `"promise" kelas "${id}" tertulis ${stated.id}, tidak sama dengan yang tercetak: ${read.id}.`,
        `"promise" of the class "${id}" says ${stated.en}, but what is printed is ${read.en}.`,
      ),
    ];
  });
};

/** The longer of two promises on one basis; months and days decide before hours do. */
const longer = (left: PromisedTime, right: PromisedTime): PromisedTime => {
  const unit = units.find((name) => left[name] !== right[name]);
  return unit !== undefined && left[unit] < right[unit] ? right : left;
};

/**
 * Before a class is chosen nothing shorter than the longest has been promised, so that is what the service promises; and
 * promises on different bases have no longest.
 */
const longestIsPromised: ServiceRule = (service) => {
  const found = classesOf(service);
  if (found === null) return [];
  const at = ['steps', found.at, 'classes'];
  const [first, ...others] = found.classes.map(({ promise }) => promise);
  if (!first) return [];
  if (others.some(({ basis }) => basis !== first.basis)) {
    return [
      error(
        at,
        'Semua kelas harus dihitung dengan dasar yang sama (hari kerja atau hari kalender).',
        'All classes must be counted on the same basis (working or calendar days).',
      ),
    ];
  }
  const longest = others.reduce(longer, first);
  if (same(longest, service.promise)) return [];
  const words = promiseInWords(longest);
  return [
    error(
      ['promise'],
      `Sebelum kelas ditetapkan yang berlaku waktu kelas terlama: ${words.id}.`,
      `Until a class is chosen the longest of them is what is promised: ${words.en}.`,
    ),
  ];
};

const notBesideLaw: ServiceRule = (service) =>
  classesOf(service) !== null && service.clock.lawful !== undefined
    ? [
        error(
          ['clock', 'lawful'],
          'Waktu menurut undang-undang tidak dapat dipakai bersama kelas: mana yang berlaku?',
          'A lawful time cannot stand beside classes: which of them would run?',
        ),
      ]
    : [];

const nothingGoesUnclassified: ServiceRule = (service) => {
  const found = classesOf(service);
  if (found === null) return [];
  const { steps } = service;
  return reachable(steps, steps[0]?.id ?? CLOSED, ({ kind }) => kind === 'classify').has(CLOSED)
    ? [
        error(
          ['steps', found.at],
          'Permohonan dapat selesai tanpa melewati tahapan yang menetapkan kelasnya.',
          'A request can be closed without passing the step that chooses its class.',
        ),
      ]
    : [];
};

export const classRules: readonly ServiceRule[] = [
  oneClassification,
  classNames,
  classTimesAreRead,
  longestIsPromised,
  notBesideLaw,
  nothingGoesUnclassified,
];
