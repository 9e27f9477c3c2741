import './plain.css';
import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  /** Of what is labelled. */
  id: string;
  problem?: string | undefined;
  children: ReactNode;
}

export function Field({ label, id, problem, children }: FieldProps) {
  return (
    <div className="plain-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {problem && <div className="plain-field-problem" role="alert">{problem}</div>}
    </div>
  );
}

interface TilesProps<T extends string> {
  label: string;
  value: T | null;
  items: { value: T; label: string; description: string }[];
  onChange: (value: T) => void;
}

/** One of a few, each large enough for a thumb. */
export function Tiles<T extends string>({ label, value, items, onChange }: TilesProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="plain-tiles">
      {items.map((item) => (
        <label key={item.value} className="plain-tile">
          <input type="radio" name={name} checked={item.value === value} onChange={() => onChange(item.value)} />
          <span>{item.label}</span>
          <small>{item.description}</small>
        </label>
      ))}
    </div>
  );
}
