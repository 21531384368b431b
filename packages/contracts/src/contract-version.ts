/**
 * Version of the contract: what the API takes and answers. The first number changes with what breaks a client, the second
 * with what is added. docs/contract.md has the rule and the changes. ADR 0027.
 */
export const CONTRACT_VERSION = '1.1.0';
