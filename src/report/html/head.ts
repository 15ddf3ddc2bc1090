import type { Language } from '../../model/language.ts';
import { html, type Markup } from './markup.ts';

// Nothing is loaded and nothing runs, whatever stands in the page.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** What every page begins with, up to its body. `css`: our own style, never text from files. */
export const head = (language: Language, title: string, css: string): Markup =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="KI-Kompass" />
        <title>${title}</title>
        <style>
          ${{ markup: css }}
        </style>
      </head>
     `;
