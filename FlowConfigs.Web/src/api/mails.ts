import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Mail = Schemas['MailResponse'];

const mailsKey = ['mails'] as const;

/** How often a page that stays open looks for new states. */
const lookAgain = 5_000;

export function useMails() {
  return useQuery({
    queryKey: mailsKey,
    queryFn: ({ signal }) => send<Schemas['MailsResponse']>('/api/mails?limit=50', { signal }),
    refetchInterval: lookAgain,
  });
}

/** Sends a mail again. */
export const useResend = () => usePost<Pick<Mail, 'contactId' | 'template'>>('/api/mails/resend');

/** Sends a template's mail to the person's own address. */
export const useTestMail = () => usePost<Pick<Mail, 'template'>>('/api/mails/test');

function usePost<T>(path: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: T) =>
      send<Mail>(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    onSettled: () => queries.invalidateQueries({ queryKey: mailsKey }),
  });
}
