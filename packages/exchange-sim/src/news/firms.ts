/** Firms that stories tell of; the names are made up. */
export const FIRMS = {
  exchange: ['Quorvex', 'Pellucidex', 'Tallowmarket', 'Brontigo', 'Veldramar', 'Orlenbourse'],
  company: ['Brightfenn', 'Ombrasoft', 'Maravolta', 'Lumbrecht', 'Zephrine Pay', 'Kestrelin Air'],
  fund: ['Nordhalm Capital', 'Farrowgate Partners', 'Quillmark Funds', 'Halbrecht Trust'],
} as const;
export type FirmKind = keyof typeof FIRMS;
