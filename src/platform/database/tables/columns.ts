/** Types of columns that many tables have. */
import type { ColumnType } from 'kysely';

/** jsonb: read as the parsed value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
export type Instant = Temporal.Instant;
