import { isUploaded } from '../../model/service.ts';
import { exampleFor } from '../../answers/example.ts';
import type { ServiceExample } from '../../answers/example.ts';
import { readAnswers } from '../../answers/read.ts';
import { formQuestions, requirementsFor } from '../../answers/service.ts';
import type { Answers } from '../../answers/answer.ts';
import type { Service } from '../../model/service.ts';
import { error } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import type { ServiceRule } from '../rule.ts';

/** What an upload may be; decided by content when it arrives (platform/files). */
const CONTENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'];

function fileRemarks(service: Service, { files }: ServiceExample): Remark[] {
  return files.flatMap(({ requirement, contentType }, index): Remark[] => {
    const at = ['example', 'files', index];
    const known = service.requirements.find(({ id }) => id === requirement);
    if (known === undefined || !isUploaded(known)) {
      return [
        error(
          [...at, 'requirement'],
          `Persyaratan "${requirement}" tidak diunggah.`,
          `The requirement "${requirement}" is not uploaded.`,
        ),
      ];
    }
    return CONTENT_TYPES.includes(contentType)
      ? []
      : [
          error(
            [...at, 'contentType'],
            `Jenis berkas harus ${CONTENT_TYPES.join(', ')}.`,
            `The type must be ${CONTENT_TYPES.join(', ')}.`,
          ),
        ];
  });
}

function uncovered(service: Service, answers: Answers, { files }: ServiceExample): Remark[] {
  const numbered = formQuestions(service).some(
    ({ id, use }) => use === 'srikandi-number' && answers[id] !== undefined,
  );
  return requirementsFor(service, answers).flatMap(({ id, bring, required }) => {
    const needed = required && (bring === 'file' || (bring === 'file-or-letter-number' && !numbered));
    return !needed || files.some(({ requirement }) => requirement === id)
      ? []
      : [
          error(
            ['example', 'files'],
            `Contoh tidak memuat berkas untuk "${id}".`,
            `The example brings no file for "${id}".`,
          ),
        ];
  });
}

const exampleIsAccepted: ServiceRule = (service, { organisation, today }) => {
  if (organisation === null) return [];
  const example = exampleFor(service, today);
  const result = readAnswers(formQuestions(service), example.answers, {
    today,
    agencies: organisation.agencies,
    mode: 'api',
  });
  if (result.ok) return [...fileRemarks(service, example), ...uncovered(service, result.value, example)];
  return [
    ...result.fault.fields.map(({ path, words }) =>
      error(
        ['example', 'answers', path],
        `Contoh jawaban "${path}": ${words.id}`,
        `Example answer "${path}": ${words.en}`,
      ),
    ),
    ...fileRemarks(service, example),
  ];
};

export const exampleRules: readonly ServiceRule[] = [exampleIsAccepted];
