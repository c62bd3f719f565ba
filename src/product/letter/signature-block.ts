/** Who signs, as Permendagri 1/2023 has it printed: a.n., u.b., Plt., Plh., rank and NIP. Pure. */
import type { Organisation, Position } from '../../standard/index.ts';
import type { SignatureText } from './model.ts';

/** Who holds the signing post on that day. */
export interface Signer {
  readonly post: string;
  readonly as: 'definitive' | 'plt' | 'plh';
  readonly name: string;
  readonly rank: string | null;
  readonly nip: string | null;
}

const acting = { definitive: '', plt: 'Plt. ', plh: 'Plh. ' } as const;

/** From the head of the office down to the post; only the post itself where it belongs to no chain of this office. */
function chainTo(post: string, { positions }: Organisation, office: string): readonly Position[] {
  const byId = new Map(positions.map((position) => [position.id, position]));
  const chain: Position[] = [];
  for (
    let at = byId.get(post);
    at && !chain.includes(at);
    at = at.superior === null ? undefined : byId.get(at.superior)
  ) {
    if (at.agency !== office && chain.length > 0) break;
    chain.unshift(at);
  }
  return chain;
}

/**
 * The block below a letter. Who is not the head of the office signs in its name (a.n.); who stands two or more steps below
 * signs for the one between (u.b.).
 */
export function signatureBlock(
  signer: Signer,
  organisation: Organisation,
  office: string,
  lang: 'id' | 'en',
): SignatureText {
  const chain = chainTo(signer.post, organisation, office);
  const own = chain.at(-1);
  const title = `${acting[signer.as]}${own?.title[lang] ?? signer.post},`;
  const [head, second] = chain;
  const above: string[] = [];
  if (head && head !== own) above.push(`a.n. ${head.title[lang]}`);
  if (second && chain.length > 2) above.push(second.title[lang], 'u.b.');
  return {
    post: [...above, title],
    name: signer.name,
    under: [...(signer.rank ? [signer.rank] : []), ...(signer.nip ? [`NIP ${signer.nip}`] : [])],
  };
}
