import { letterSizes } from '../layout/geometry.ts';
import type { Size } from '../model.ts';

const TWIPS_PER_MM = 1440 / 25.4;
const EMU_PER_MM = 36_000;

/** Millimetres as twentieths of a point, Word's own unit. */
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
/** Millimetres as the unit of drawings. */
export const emu = (millimetres: number): number => Math.round(millimetres * EMU_PER_MM);
/** Points as the half points that letters are measured in. */
export const halfPoints = (size: Size): number => Math.round(letterSizes[size] * 2);
