"""The good dossiers of the 2023 call's five programmes, and what a recommender sends of its own."""
from . import sac_demo, sac_infrastructure, sac_pilot, sac_public, sac_service
from .cases import dossier

CASES = [dossier(good.PROGRAMME, {}, of=good, verdict="review", subject=good.SUBJECT, says_materials=True,
                 matrix_disagrees=[])
         for good in (sac_pilot, sac_demo, sac_infrastructure, sac_service, sac_public)]
