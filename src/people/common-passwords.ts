const anyCountry =
  'password welcome letmein changeme secret default login admin administrator superuser root guest user test master ' +
  'monkey dragon football iloveyou sunshine princess batman superman starwars computer internet google facebook ' +
  'samsung windows';

const indonesia =
  'katasandi sandi rahasia kunci masuk ganti bismillah alhamdulillah assalamualaikum indonesia merdeka pancasila ' +
  'garuda sayang cinta sayangku cintaku akusayangkamu akucintakamu bintang doraemon anjing kucing keluarga ibuku ' +
  'bapakku semangat sukses jakarta bandung surabaya semarang persib persija arema coba lupa';

const office =
  'pendopo kabupaten provinsi pemerintah pemda pemkab pemkot pemprov dinas diskominfo kominfo bupati walikota gubernur ' +
  'sekda camat lurah kantor pegawai petugas pejabat kepala bidang layanan pelayanan peragaan operator server korpri';

const rows =
  'qwertyuiop qwerty qwertz asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsxedc qazwsx abcdefghijklmnopqrstuvwxyz ' +
  'abcdefgh abcdef abcd';

/**
 * Words that are in everybody's first thousand guesses at an Indonesian office's passwords: of any country, of this one, of an
 * office, rows of keys and letters. What is left of a password when these are taken away is what has to be guessed.
 */
export const guessedFirst: readonly string[] = [anyCountry, indonesia, office, rows].flatMap((words) =>
  words.split(' '),
);
