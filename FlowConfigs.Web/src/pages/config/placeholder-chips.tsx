import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RefObject } from 'react';
import { configMessages } from '../../messages/config';
import { placeholdersIn } from './unknown-placeholders';

interface PlaceholderChipsProps {
  sourceText: string;
  text: string;
  /** What holds the text's field. */
  field: RefObject<HTMLDivElement | null>;
  onChange: (text: string) => void;
}

/** The placeholders of the source text that a translation lacks, each inserted at the caret: nobody mistypes them. */
export function PlaceholderChips({ sourceText, text, field, onChange }: PlaceholderChipsProps) {
  const missing = placeholdersIn(sourceText).filter((placeholder) => !text.includes(placeholder));
  if (missing.length === 0) {
    return null;
  }

  function insert(placeholder: string) {
    const area = field.current?.querySelector('textarea');
    const at = area?.selectionEnd ?? text.length;
    onChange(text.slice(0, at) + placeholder + text.slice(at));
    area?.focus();
  }

  return (
    <SpaceBetween direction="horizontal" size="xs">
      {missing.map((placeholder) => (
        <Button key={placeholder} iconName="add-plus" onClick={() => insert(placeholder)}>
          <span translate="no">{configMessages.insert(placeholder)}</span>
        </Button>
      ))}
    </SpaceBetween>
  );
}
