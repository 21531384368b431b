import Type from 'typebox';

export const MarketKindSchema = Type.Enum(['live', 'simulated']);
