/** Giving a product back, as officials order it and decide about it where the program cannot. */
import { Fault } from '../../ground/index.ts';
import type { ProductPort } from '../../request/index.ts';
import { leaveToPeople } from './by-hand.ts';
import { enqueueDelivery } from './enqueue.ts';
import { BY_HAND } from './kinds.ts';
import { lockIn, lockStuckWithdrawal } from './locking.ts';
import { atRest, withdrawnAgain } from './machine.ts';
import { writeStanding } from './rows.ts';

const maybeGone = (): Fault =>
  new Fault('conflict', 'withdrawal-in-doubt', {
    id: 'Belum pasti apakah produk masih utuh: mungkin sebagian sudah dicabut. Periksa di server tujuan, lalu nyatakan bahwa masih utuh.',
    en: 'It is not certain whether the product is still whole: part of it may be withdrawn. Look at the server, then state that it is whole.',
  });

export const withdrawals: Pick<ProductPort, 'withdraw' | 'withdrawAgain' | 'withdrawnByHand' | 'keep'> = {
  withdraw: async (given, id) => {
    const delivery = await lockIn(given, id, 'delivered', 'by-hand');
    const standing = { ...delivery, stage: 'withdrawing', attempts: 0, nextAt: given.now } as const;
    await writeStanding(given.tx, delivery, standing, given.now);
    // The connector would find nothing of what people made, and call that withdrawn.
    if (delivery.stage === 'by-hand') await leaveToPeople(given.tx, delivery);
    await enqueueDelivery(given.tx, delivery);
  },
  withdrawAgain: async (given, id) => {
    const delivery = await lockStuckWithdrawal(given, id);
    await writeStanding(given.tx, delivery, withdrawnAgain(delivery, given.now), given.now);
    await enqueueDelivery(given.tx, delivery);
  },
  withdrawnByHand: async (given, id) => {
    const delivery = await lockStuckWithdrawal(given, id);
    await writeStanding(given.tx, delivery, atRest(delivery, 'withdrawn'), given.now);
  },
  keep: async (given, id, looked) => {
    const delivery = await lockStuckWithdrawal(given, id);
    if (delivery.doubt && !looked) throw maybeGone();
    const before = delivery.connector === BY_HAND ? 'by-hand' : 'delivered';
    await writeStanding(given.tx, delivery, atRest(delivery, before), given.now);
  },
};
