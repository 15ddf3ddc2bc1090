import { type Compared, isSame } from './run.ts';

/** How many use cases were compared, and with what outcome. */
export function counter() {
  const counts = { both: 0, same: 0, added: 0, removed: 0 };
  return {
    add: (compared: Compared): void => {
      counts[compared.change] += 1;
      if (compared.change === 'both' && isSame(compared.comparison)) counts.same += 1;
    },
    all: () => ({ ...counts }),
  };
}
