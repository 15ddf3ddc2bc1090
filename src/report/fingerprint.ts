/**
 * What tells the results of one use case apart, and is the same from one run to the next. The same parts again get a number: equal
 * fingerprints vanish in GitLab. Whoever names the file among the parts needs one for each use case only, so that memory stays flat.
 */
export function fingerprints(): (parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const code = hash(parts.join('\0'));
    const times = (seen.get(code) ?? 0) + 1;
    seen.set(code, times);
    return `${code}:${times}`;
  };
}

const seeds = [0x81_1c_9d_c5, 0x9e_37_79_b9, 0x85_eb_ca_6b, 0xc2_b2_ae_35];

/** 128 bits, as hexadecimal digits. No secret hangs on it: a text must only be found again, and others must not look like it. */
const hash = (text: string): string => seeds.map((seed) => lane(text, seed)).join('');

/** FNV-1a over the UTF-16 units, each lane with a start and a step of its own, mixed at the end as in MurmurHash3. */
function lane(text: string, seed: number): string {
  const step = 0x01_00_01_93 + (seed & 0xff_fe);
  let sum = seed;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), step);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85_eb_ca_6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2_b2_ae_35);
  return ((sum ^ (sum >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
