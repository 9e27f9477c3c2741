import '../lists/lists.css';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { pathTo, useConfigs } from '../../api/configs';
import { type AliasSummary, useAddAlias, useAliases, useRemoveAlias } from '../../api/aliases';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { Loaded } from '../../common/loaded';
import { useNotifications } from '../../common/notifications';
import { PageLink } from '../../common/page-link';
import { settingsMessages } from '../../messages/settings';
import { useShownName } from '../../common/shown-name';

const texts = settingsMessages.aliases;
const preconditionRequired = 428;

/** Which other ids stand for which configs. */
export function AliasesSection() {
  const aliases = useAliases();
  const [removing, setRemoving] = useState<AliasSummary | null>(null);
  const removal = useRemoveAlias();
  const { show } = useNotifications();
  return (
    <Container
      header={
        <Header variant="h2" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <NewAlias />
        <Loaded query={aliases} loading={texts.loading} failed={texts.failed}>
          {({ pages }) => {
            const found = pages.flatMap(({ items }) => items);
            return found.length === 0 ? (
              <Box color="text-body-secondary">{texts.empty}</Box>
            ) : (
              <ul className="lists settings-aliases" aria-label={texts.title}>
                {found.map((alias) => (
                  <li key={alias.id}>
                    <b className="wrap-anywhere" translate="no">{alias.id}</b>
                    <span className="wrap-anywhere" translate="no">
                      {texts.target} <PageLink to={pathTo(alias.target)}>{alias.target}</PageLink>
                    </span>
                    <Button ariaLabel={texts.remove(alias.id)} onClick={() => setRemoving(alias)}>
                      {settingsMessages.remove}
                    </Button>
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
        {aliases.hasNextPage && (
          <Button loading={aliases.isFetchingNextPage} onClick={() => void aliases.fetchNextPage()}>
            {texts.more}
          </Button>
        )}
      </SpaceBetween>
      {removing && (
        <ConfirmDialog
          title={texts.removeTitle(removing.id)}
          action={settingsMessages.remove}
          error={removal.error}
          working={removal.isPending}
          onClose={() => {
            removal.reset();
            setRemoving(null);
          }}
          onConfirm={() =>
            removal.mutate(removing.id, {
              onSuccess: () => {
                show({ type: 'success', text: texts.removed(removing.id) });
                setRemoving(null);
              },
            })}
        >
          {texts.removeDetail(removing.target)}
        </ConfirmDialog>
      )}
    </Container>
  );
}

function NewAlias() {
  const { show } = useNotifications();
  const configs = useConfigs();
  const shown = useShownName();
  const adding = useAddAlias();
  const [id, setId] = useState('');
  const [target, setTarget] = useState('');
  const problem = adding.error instanceof ApiProblem ? adding.error : null;
  const exists = problem?.status === preconditionRequired;

  function add(alias: string, asWritten = false) {
    adding.mutate(
      { id: alias, target, asWritten },
      {
        onSuccess: () => {
          show({ type: 'success', text: texts.added(alias, target) });
          setId('');
        },
      },
    );
  }

  return (
    <SpaceBetween size="s">
      {problem?.suggestion ? (
        <Suggestion written={adding.variables?.id ?? ''} number={problem.suggestion} onTake={add} />
      ) : (
        adding.error && (
          <Alert type="error" header={texts.addFailed}>
            {exists ? texts.exists : adding.error.message}
          </Alert>
        )
      )}
      <div className="settings-language">
        <FormField label={texts.id} constraintText={texts.idHint}>
          <Input value={id} onChange={({ detail }) => setId(detail.value)} />
        </FormField>
        <FormField label={texts.target}>
          <Select
            selectedOption={target === '' ? null : { value: target, label: shown(target, configs.data?.find((config) => config.id === target)?.displayName) }}
            placeholder={texts.targetPlaceholder}
            filteringType="auto"
            virtualScroll
            expandToViewport
            options={(configs.data ?? []).map((config) => ({ value: config.id, label: shown(config.id, config.displayName) }))}
            onChange={({ detail }) => setTarget(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <Button loading={adding.isPending} disabled={id.trim() === '' || target === ''} onClick={() => add(id.trim())}>
          {texts.add}
        </Button>
      </div>
    </SpaceBetween>
  );
}

// Blanks and brackets are no part of an id, so such a number cannot be kept as it was typed.
const canBeId = /^[A-Za-z0-9._+/-]+$/;

interface SuggestionProps {
  written: string;
  number: string;
  onTake: (alias: string, asWritten?: boolean) => void;
}

/** An alias that looks like a number without its +: one click takes the number, another keeps what was typed. */
function Suggestion({ written, number, onTake }: SuggestionProps) {
  return (
    <Alert
      type="warning"
      header={texts.suggestionTitle}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => onTake(number)}>{texts.takeSuggestion(number)}</Button>
          {canBeId.test(written) && (
            <Button variant="link" onClick={() => onTake(written, true)}>
              {texts.keepWritten(written)}
            </Button>
          )}
        </SpaceBetween>
      }
    >
      {texts.suggestion(written, number)}
    </Alert>
  );
}
