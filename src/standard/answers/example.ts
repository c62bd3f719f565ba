import type { Service } from '../model/service.ts';

/** Raw answers and files as the API takes them. */
export interface ServiceExample {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly {
    readonly requirement: string;
    readonly fileName: string;
    readonly contentType: string;
  }[];
}

const RELATIVE = /^@([+-]\d{1,4})$/;

function resolved(value: unknown, today: Temporal.PlainDate): unknown {
  if (typeof value === 'string') {
    const days = RELATIVE.exec(value)?.[1];
    return days === undefined ? value : today.add({ days: Number(days) }).toString();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, today)]));
}

/** The service's example with its relative dates (`@+7`: seven days after `today`) made into dates. */
export function exampleFor(service: Service, today: Temporal.PlainDate): ServiceExample {
  const answers = Object.fromEntries(
    Object.entries(service.example.answers).map(([id, value]) => [id, resolved(value, today)]),
  );
  return { answers, files: service.example.files };
}
