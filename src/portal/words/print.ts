import { catalogue } from '../../ui/index.ts';

/** Standards and the pledge as files. */
export const printWords = catalogue({
  id: {
    standardPdf: 'Unduh standar ini (PDF)',
    standardWord: 'Unduh standar ini (Word)',
    all: 'Unduh untuk dicetak',
    allPdf: 'Semua standar pelayanan (PDF)',
    allWord: 'Semua standar pelayanan (Word)',
    posterA4: 'Poster maklumat A4 (PDF)',
    posterA3: 'Poster maklumat A3 (PDF)',
  },
  en: {
    standardPdf: 'Download this standard in Indonesian (PDF)',
    standardWord: 'Download this standard in Indonesian (Word)',
    all: 'Download for printing, in Indonesian',
    allPdf: 'All service standards (PDF)',
    allWord: 'All service standards (Word)',
    posterA4: 'Poster of the pledge, A4 (PDF)',
    posterA3: 'Poster of the pledge, A3 (PDF)',
  },
});
