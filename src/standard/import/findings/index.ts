import type { Finding } from '../model.ts';
import type { ReadService } from '../grammar/services.ts';
export const findingsOf = (_service: ReadService, _all: readonly ReadService[]): readonly Finding[] => [];
