import { walkXml } from './xml.ts';

interface Style {
  /** Null: it says nothing about being seen. */
  isUnseen: boolean | null;
  readonly base: string | null;
}
export type OdtStyles = ReadonlyMap<string, Style>;

/** The styles of several parts by family and name. */
export function readOdtStyles(parts: readonly Uint8Array[]): OdtStyles {
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  for (const part of parts)
    walkXml(part, {
      open: (name, attributes) => {
        if (name === 'style') {
          const family = attributes.get('family') ?? '';
          const base = attributes.get('parent-style-name');
          current = { isUnseen: null, base: base === undefined ? null : `${family} ${base}` };
          styles.set(`${family} ${attributes.get('name') ?? ''}`, current);
        }
        if (current === null || (name !== 'text-properties' && name !== 'section-properties')) return;
        const isHidden = attributes.get('display');
        const line = attributes.get('text-line-through-style') ?? attributes.get('text-line-through-type');
        if (isHidden !== undefined || line !== undefined)
          current.isUnseen = isHidden === 'none' || (line !== undefined && line !== 'none');
      },
      close: (name) => {
        if (name === 'style') current = null;
      },
      text: () => {},
    });
  return styles;
}

const families: Readonly<Record<string, string>> = { span: 'text', a: 'text', p: 'paragraph', h: 'paragraph' };

/** Whether the element is hidden or struck through, by itself or by its style. */
export function isUnseen(name: string, attributes: ReadonlyMap<string, string>, styles: OdtStyles): boolean {
  if (name === 'section') return ['none', 'condition'].includes(attributes.get('display') ?? '');
  const family = families[name];
  let key: string | null = family === undefined ? null : `${family} ${attributes.get('style-name') ?? ''}`;
  for (let steps = 0; key !== null && steps < 50; steps += 1) {
    const style = styles.get(key);
    if (style?.isUnseen !== undefined && style.isUnseen !== null) return style.isUnseen;
    key = style?.base ?? null;
  }
  return false;
}
