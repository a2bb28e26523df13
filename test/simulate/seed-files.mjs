/** The tests that share the seeds between them. */
export const simulated = ['test/simulate/even-seeds.test.ts', 'test/simulate/odd-seeds.test.ts']
