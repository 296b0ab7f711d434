/** A build compiles a bank's YAML into data: see test/bank-plugin.ts. */
declare module '*.yaml' {
  export const bank: unknown
}
