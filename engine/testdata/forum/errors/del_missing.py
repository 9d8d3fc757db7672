del undefined
