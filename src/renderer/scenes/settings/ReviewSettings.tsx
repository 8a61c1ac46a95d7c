import { ColorSwatch, Group, Input, Stack, Switch, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, personColours } from '#shared/contract/people.ts'
import type { ReviewSettings as Values } from '#shared/contract/settings.ts'
import { orpc } from '../../api/client.ts'
import { reportError } from '../../errors/report-error.ts'

/** Under which name one reviews here, and what may be published. Takes effect at once. */
export function ReviewSettings({ person, review }: { person: Person; review: Values }) {
  const { t } = useTranslation('review')
  const queryClient = useQueryClient()
  const [name, setName] = useState(person.name)
  const save = useMutation(
    orpc.settings.update.mutationOptions({
      onSuccess: (next) => queryClient.setQueryData(orpc.settings.get.queryKey(), next),
      onError: reportError,
    }),
  )
  const saveName = () => {
    if (name.trim() !== person.name) save.mutate({ person: { name: name.trim() } })
  }
  return (
    <Stack gap="lg">
      <TextInput
        label={t('person.name')}
        description={t('person.hint')}
        value={name}
        maxLength={60}
        maw={360}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={saveName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) saveName()
        }}
      />
      <Input.Wrapper label={t('person.colour')} labelElement="div">
        <Group gap={6} mt={4} role="group" aria-label={t('person.colour')}>
          {personColours.map((colour) => (
            <UnstyledButton
              key={colour}
              aria-label={t(`person.colours.${colour}`)}
              aria-pressed={colour === person.colour}
              onClick={() => save.mutate({ person: { colour } })}
            >
              <ColorSwatch color={`var(--mantine-color-${colour}-6)`} size={24} withShadow={false}>
                {colour === person.colour && <IconCheck size={15} color="white" aria-hidden />}
              </ColorSwatch>
            </UnstyledButton>
          ))}
        </Group>
      </Input.Wrapper>
      <Switch
        label={t('settings.approvedOnly')}
        description={t('settings.approvedOnlyHint')}
        checked={review.approvedOnly}
        onChange={(event) => save.mutate({ review: { approvedOnly: event.currentTarget.checked } })}
      />
    </Stack>
  )
}
