import Type from 'typebox';

/** `GATEWAY_SECRET`: what the gateway and the services of one distributed set sign and check identities with. */
export const GatewaySecretSchema = Type.String({
  minLength: 32,
  maxLength: 1024,
  description: 'the same in every process; `openssl rand -hex 32` makes one',
});
