LearningSpec(
    architecture={{architecture.py}},
    modules={{modules}},
    channels={{channels}},
    update_mode={{updateMode.py}},
    autotune={{autotune}},
    rollback_on_regression={{rollbackOnRegression}},
    stability_threshold={{stabilityThreshold}},
    target={{target.py}},
    retrain_hours={{retrainHours}},
    reward=(
        {{#reward}}
        {{> part/trigger.py}}
        {{/reward}}
    ),
    penalty=(
        {{#penalty}}
        {{> part/trigger.py}}
        {{/penalty}}
    ),
)
