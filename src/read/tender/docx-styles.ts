import { walkXml } from './xml.ts';

/** What a style or a run says about being seen; null: nothing. */
export interface Look {
  hidden: boolean | null;
  struck: boolean | null;
  /** Struck through twice: a property of its own. */
  doubled: boolean | null;
}
export type Styles = ReadonlyMap<string, Look>;

export const noLook = (): Look => ({ hidden: null, struck: null, doubled: null });

/** Takes one property of a run (`w:vanish`, `w:strike`) into its look. */
export function applyProperty(look: Look, name: string, attributes: ReadonlyMap<string, string>): void {
  const isOn = !['0', 'false', 'off'].includes(attributes.get('val') ?? '');
  if (name === 'vanish') Object.assign(look, { hidden: isOn });
  if (name === 'strike') Object.assign(look, { struck: isOn });
  if (name === 'dstrike') Object.assign(look, { doubled: isOn });
}

/** The styles by their id, with what they take from the styles that they are based on. */
export function readStyles(bytes: Uint8Array | null): Styles {
  const own = new Map<string, { readonly look: Look; base: string | null }>();
  if (bytes === null) return new Map();
  let current: { readonly look: Look; base: string | null } | null = null;
  const path: string[] = [];
  walkXml(bytes, {
    open: (name, attributes) => {
      path.push(name);
      if (name === 'style') {
        current = { look: noLook(), base: null };
        own.set(attributes.get('styleId') ?? '', current);
      }
      if (current === null) return;
      if (name === 'basedOn') current.base = attributes.get('val') ?? null;
      if (path.at(-2) === 'rPr' && path.at(-3) === 'style') applyProperty(current.look, name, attributes);
    },
    close: (name) => {
      path.pop();
      if (name === 'style') current = null;
    },
    text: () => {},
  });
  return new Map([...own.keys()].map((id) => [id, withBases(own, id)]));
}

function withBases(own: ReadonlyMap<string, { readonly look: Look; readonly base: string | null }>, id: string): Look {
  const look = noLook();
  let next: string | null = id;
  // Styles that are based on each other in a circle end somewhere too.
  for (let steps = 0; next !== null && steps < 50; steps += 1) {
    const style = own.get(next);
    look.hidden ??= style?.look.hidden ?? null;
    look.struck ??= style?.look.struck ?? null;
    look.doubled ??= style?.look.doubled ?? null;
    next = style?.base ?? null;
  }
  return look;
}
