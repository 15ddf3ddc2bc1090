import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests must not depend on where and in which language they run.
    env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', NO_COLOR: '1' },
    testTimeout: 120_000,
    // One core less than there are, but two at least: on two cores a single worker takes half as long again, while the other core idles.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
