/** What the exit codes mean; if several apply, the highest wins. */
export const exitCode = {
  /** The gate passes, or a command without a gate did its work. */
  passed: 0,
  failed: 1,
  /** Input or command line wrong. */
  wrongInput: 2,
  /** The program itself failed. */
  broken: 3,
  /** Ctrl-C in the interview. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export const worstExit = (a: ExitCode, b: ExitCode): ExitCode => (a < b ? b : a);
