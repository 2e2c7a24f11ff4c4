import { useEffect, useState } from 'preact/hooks';
import { assessCandidate } from '../api';
import { serviceNow } from '../clock';
import { dayOf } from '../format';
import { excluded, factsOf } from '../model/candidate';
import type { RequestValues } from '../model/request';
import { current } from '../session';
import type { Assessment } from '../types';

/** Whether to ask the person, by the region's rule, as soon as enough is filled in; and where to turn otherwise. */
export function Candidate({ values }: { values: RequestValues }) {
  const today = dayOf(serviceNow());
  const instead = excluded(values, today);
  const assessment = useAssessment(instead ? null : factsOf(values, today));
  return (
    <div class="candidate wide" role="status">
      {instead && <p class="problem"><strong>Skickas inte.</strong> {instead}</p>}
      {assessment?.isCandidate && <p>✓ Regionens regel: fråga personen.</p>}
      {assessment?.isCandidate === false && (
        <div class="note">
          <p>
            <strong>Utanför regionens regel.</strong> Du får fråga ändå, om du ser att hjälpen behövs. Det här fattas:
          </p>
          <ul>
            {assessment.criteria.filter(({ isMet }) => !isMet).map(({ code, reason }) => <li key={code}>{reason}</li>)}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The rule's answer to the facts as they are now; null until it has come, and when nobody answers. */
function useAssessment(facts: object | null): Assessment | null {
  const asked = JSON.stringify(facts);
  const [told, tell] = useState<{ asked: string; assessment: Assessment } | null>(null);
  useEffect(() => {
    if (facts === null) return;
    let isWanted = true;
    void assessCandidate(facts, current()?.antiForgery ?? '').then((result) => {
      if (isWanted && result.is === 'done') tell({ asked, assessment: result.body });
    });
    return () => { isWanted = false; };
  }, [asked]);
  return told?.asked === asked ? told.assessment : null;
}
