import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { cn } from '../../../components/ui/class-names.ts';
import { isNegative, sizeOf } from '../../../format/amount.ts';
import { Quantity } from '../../figures/figure.tsx';

type Movements = Transaction['movements'];

interface MovementListProps {
  movements: Movements;
  className?: string;
}

/** What came, what went, and the fees, each as a line. */
export function MovementList({ movements, className }: MovementListProps) {
  return (
    <ul className={cn('flex flex-col items-end gap-0.5', className)}>
      {movements.map(({ asset, amount, role, wallet }, index) => (
        <li
          // The same asset may move twice.
          key={index}
          title={wallet === '' ? undefined : wallet}
          className={cn(
            'max-w-full text-right',
            role === 'fee' && 'text-xs text-muted',
            role === 'amount' && !isNegative(amount) && 'text-up',
          )}
        >
          {role === 'fee' && (isNegative(amount) ? 'fee ' : 'fee returned ')}
          <Quantity
            amount={role === 'fee' ? sizeOf(amount) : amount}
            asset={asset}
            sign={role === 'fee' ? 'auto' : 'exceptZero'}
          />
        </li>
      ))}
    </ul>
  );
}

/** Where it happened: `Kraken`, or `Kraken → Ledger`; empty where nobody said. */
export function placesOf({ kind, movements }: Pick<Transaction, 'kind' | 'movements'>): string {
  const places = [...new Set(movements.map(({ wallet }) => wallet).filter((name) => name !== ''))];
  return places.join(kind === 'transfer' ? ' → ' : ', ');
}
