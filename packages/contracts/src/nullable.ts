import Type, { type TSchema } from 'typebox';

/** What may not be known or not be there; the description says when. */
export const nullable = <S extends TSchema>(schema: S, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

export const nullableNumber = (description: string) => nullable(Type.Number(), description);

/** @param description of the moment */
export const nullableTime = (description: string) =>
  nullable(Type.Integer(), `${description}, epoch ms`);
